namespace Stogram.Load.Scenarios.Searching;

/// <summary>
/// What people of one language write: its common words first, then 20,000 made of its syllables, the nth of them as often as
/// 1/n. From a few words to some forty.
/// </summary>
internal sealed class Sayings
{
    private const int Words = 20_000;

    private const int LinkOf = 40;

    private static readonly Sayings English = new(
        "the to and you is it in that for on meeting we have not be this at lunch report with can was will if but all one out time they when no just know",
        "ba be bi bo con der est for gra hin in ket la lon mer nor op per qui ran sta ter un ver wil yet zan", " ");

    private static readonly Sayings Russian = new(
        "и в не на я что с это ты как встреча мы но он она за то все уже так его да нет будет можно отчёт когда только завтра обед если где",
        "ба ве го до жи за ка ло ми но о па ра са ту у фе хо це ча ши эр ют яв ость ение ать", " ");

    private static readonly Sayings German = new(
        "die der und ich ist das nicht du in es Besprechung wir zu mit auf für ein haben wie aber noch auch am um Bericht wenn heute morgen Essen schon nur",
        "ab be ein er fer ge hal kei lich mög nach ob pfer schaf stün ter ung ver wür zu ß", " ");

    private static readonly Sayings Chinese = new(
        "我 的 了 是 不 你 在 有 就 这 会议 我们 他 都 好 说 去 吗 明天 报告 今天 时间 可以 没有 什么 午饭 一下 看 还 要",
        "天 地 人 水 火 山 石 田 土 日 月 风 云 雨 雪 春 夏 秋 冬 东 西 南 北 中 国 家 学 校 生 活 工 作 公 司 电 话 手 机 车 站 路 门 口 书 店", "");

    private readonly string[] words;

    private readonly string between;

    private Sayings(string common, string syllables, string between)
    {
        this.between = between;
        var (head, parts) = (common.Split(' '), syllables.Split(' '));
        words = [.. head, .. Enumerable.Range(0, Words).Select(at => Made(at, parts))];
    }

    /// <summary>Six chats in ten are English.</summary>
    public static Sayings Of(int tenth) => tenth switch { 6 or 7 => Russian, 8 => German, 9 => Chinese, _ => English };

    /// <summary>A word of which there are a few dozen in all.</summary>
    public static string Rare => English.words[15_000];

    public string Say(Random random)
    {
        var length = 2 + Math.Min(40, (int)(-8 * Math.Log(1 - random.NextDouble())));
        var said = string.Join(between, Enumerable.Range(0, length).Select(_ => Word(random)));
        return random.Next(LinkOf) == 0 ? $"{said} https://example.org/{random.Next()}" : said;
    }

    private string Word(Random random) => words[(int)Math.Exp(random.NextDouble() * Math.Log(words.Length)) - 1];

    // Each number another word: its digits are syllables, and beyond those that are asked about none is short.
    private static string Made(int at, string[] syllables)
    {
        var word = syllables[at % syllables.Length] + syllables[at / syllables.Length % syllables.Length];
        for (var rest = at / syllables.Length / syllables.Length; rest > 0; rest /= syllables.Length)
        {
            word += syllables[rest % syllables.Length];
        }

        return word;
    }
}
