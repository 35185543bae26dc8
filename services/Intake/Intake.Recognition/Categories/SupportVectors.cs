namespace Xinfang.Intake.Recognition.Categories;

/// <summary>A linear support vector machine with squared hinge loss, trained by dual coordinate descent (Hsieh et al., ICML 2008).</summary>
internal static class SupportVectors
{
    private const int MostPasses = 60;
    private const double Precision = 0.02;

    /// <param name="wanted">Whether each text belongs to the class.</param>
    /// <param name="cost">C: how much an error costs against a large margin.</param>
    public static (float[] Weights, float Bias) Train(IReadOnlyList<Sparse> texts, IReadOnlyList<bool> wanted, int space, double cost)
    {
        var (weights, bias) = (new float[space], 0.0);
        var multipliers = new double[texts.Count];
        var squares = texts.Select(text => text.Norm2() + 1).ToArray();
        var order = Enumerable.Range(0, texts.Count).ToArray();
        var random = new Random(1); // the same examples give the same model
        var slack = 0.5 / cost;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            random.Shuffle(order);
            var worst = 0.0;
            foreach (var i in order)
            {
                var sign = wanted[i] ? 1 : -1;
                var gradient = (sign * (texts[i].Dot(weights) + bias)) - 1 + (multipliers[i] * slack);
                var violation = multipliers[i] == 0 ? Math.Min(gradient, 0) : gradient;
                if (Math.Abs(violation) < 1e-12) continue;
                worst = Math.Max(worst, Math.Abs(violation));
                var former = multipliers[i];
                multipliers[i] = Math.Max(former - (gradient / (squares[i] + slack)), 0);
                var step = (multipliers[i] - former) * sign;
                texts[i].AddTo(weights, step);
                bias += step;
            }
            if (worst < Precision) break;
        }
        return (weights, (float)bias);
    }
}
