namespace Xinfang.Intake.Recognition;

/// <summary>A vector of which almost everything is zero.</summary>
internal readonly record struct Sparse(int[] Indices, float[] Values)
{
    public double Norm2()
    {
        double sum = 0;
        foreach (var value in Values) sum += (double)value * value;
        return sum;
    }

    public double Dot(float[] weights)
    {
        double sum = 0;
        for (var i = 0; i < Indices.Length; i++) sum += weights[Indices[i]] * Values[i];
        return sum;
    }

    public void AddTo(float[] weights, double factor)
    {
        for (var i = 0; i < Indices.Length; i++) weights[Indices[i]] += (float)(factor * Values[i]);
    }
}
