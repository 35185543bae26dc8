namespace Xinfang.Intake.Recognition.Categories;

/// <summary>Makes probabilities of the two opinions: softmax(a·first + b·second + c of the class), fitted on texts that the opinions had not learnt from.</summary>
internal sealed record Calibration(double First, double Second, double[] Offsets)
{
    private const int Steps = 400;
    private const double Shrink = 1e-3;

    public double[] Probabilities(double[] first, double[] second)
    {
        var scores = new double[first.Length];
        for (var k = 0; k < scores.Length; k++) scores[k] = (First * first[k]) + (Second * second[k]) + Offsets[k];
        var most = scores.Max();
        var sum = 0.0;
        for (var k = 0; k < scores.Length; k++) sum += scores[k] = Math.Exp(scores[k] - most);
        for (var k = 0; k < scores.Length; k++) scores[k] /= sum;
        return scores;
    }

    /// <summary>Gradient descent on the log loss with adaptive steps (Adam): few numbers, a convex bowl.</summary>
    public static Calibration Fit(IReadOnlyList<(double[] First, double[] Second)> scores, IReadOnlyList<int> classes, int count)
    {
        var values = new double[2 + count];
        (values[0], values[1]) = (2, 2);
        var (mean, variance, gradient) = (new double[values.Length], new double[values.Length], new double[values.Length]);
        for (var step = 1; step <= Steps; step++)
        {
            var now = new Calibration(values[0], values[1], values[2..]);
            Array.Clear(gradient);
            for (var i = 0; i < scores.Count; i++)
            {
                var p = now.Probabilities(scores[i].First, scores[i].Second);
                for (var k = 0; k < count; k++)
                {
                    var off = (p[k] - (classes[i] == k ? 1 : 0)) / scores.Count;
                    gradient[0] += off * scores[i].First[k];
                    gradient[1] += off * scores[i].Second[k];
                    gradient[2 + k] += off;
                }
            }
            for (var j = 0; j < values.Length; j++)
            {
                var slope = gradient[j] + (j < 2 ? 0 : Shrink * values[j]);
                mean[j] = (0.9 * mean[j]) + (0.1 * slope);
                variance[j] = (0.99 * variance[j]) + (0.01 * slope * slope);
                values[j] -= 0.05 * (mean[j] / (1 - Math.Pow(0.9, step))) / (Math.Sqrt(variance[j] / (1 - Math.Pow(0.99, step))) + 1e-9);
            }
        }
        return new Calibration(values[0], values[1], values[2..]);
    }
}
