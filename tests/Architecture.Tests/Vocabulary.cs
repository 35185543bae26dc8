namespace Xinfang.Architecture.Tests;

/// <summary>Words that two services need and neither may take from the other.</summary>
public class Vocabulary
{
    [Fact]
    public void Insight_names_the_contents_as_intake_does() => Assert.Equal(Intake.Domain.ContentCodes.All, Insight.Api.Measures.Names.Contents);
}
