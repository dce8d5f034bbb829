using System.Globalization;
using Quartz;

namespace Stogram.Host.Plugins.Jobs;

/// <summary>The one job the scheduler knows. Which of a plugin's jobs it is stands in the trigger, in words.</summary>
internal sealed class FireJob(RunJob run) : IJob
{
    public const string Plugin = "plugin";
    public const string Organization = "organization";
    public const string Id = "id";
    public const string Turn = "turn";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var data = context.MergedJobDataMap;
        var key = new JobKey(data.GetString(Plugin)!, Guid.Parse(data.GetString(Organization)!), Guid.Parse(data.GetString(Id)!));
        await run.Run(key, int.Parse(data.GetString(Turn)!, CultureInfo.InvariantCulture));
    }
}
