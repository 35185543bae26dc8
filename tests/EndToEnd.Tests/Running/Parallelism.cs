// Two systems beside each other take longer than one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
