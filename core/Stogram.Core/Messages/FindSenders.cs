using Npgsql;
using NpgsqlTypes;
using Stogram.Core.Shared;
using Stogram.Core.Storage;
using Role = Stogram.Plugins.ChatRole;

namespace Stogram.Core.Messages;

/// <summary>
/// Who sends, for interceptors: null for a stranger to the chat, and for a message that is stored already. Asks for all
/// who have come since it last asked; one by one this cost half as much as sending.
/// </summary>
internal sealed class FindSenders(NpgsqlDataSource database)
{
    private readonly KeptPlan statement = new(
        """
        select m.role
        from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) with ordinality as i (chat_id, user_id, organization_id, id, ord)
        left join core.memberships m
          on m.chat_id = i.chat_id and m.user_id = i.user_id and m.organization_id = i.organization_id
          and not exists (select from core.messages x where x.chat_id = i.chat_id and x.id = i.id)
        order by i.ord
        """);

    private readonly Lock gate = new();

    private List<Question> waiting = [];

    private bool isAsking;

    public Task<Role?> Role(NewMessage message)
    {
        var question = new Question(message);
        lock (gate)
        {
            waiting.Add(question);
            if (isAsking)
            {
                return question.Answer.Task;
            }

            isAsking = true;
        }

        _ = AskUntilDone();
        return question.Answer.Task;
    }

    private async Task AskUntilDone()
    {
        while (Take() is { Count: > 0 } questions)
        {
            try
            {
                await Ask(questions);
            }
            catch (Exception e)
            {
                questions.ForEach(question => question.Answer.TrySetException(e));
            }
        }
    }

    private List<Question> Take()
    {
        lock (gate)
        {
            var taken = waiting;
            waiting = [];
            isAsking = taken.Count > 0;
            return taken;
        }
    }

    private async Task Ask(List<Question> questions)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(KeptPlan.Keep),
                new(statement.Next())
                {
                    Parameters =
                    {
                        Ids(questions, message => message.ChatId),
                        Ids(questions, message => message.SenderId),
                        Ids(questions, message => message.OrganizationId),
                        Ids(questions, message => message.Id),
                    },
                },
            },
        };
        await batch.PrepareAsync();
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        foreach (var question in questions)
        {
            await reader.ReadAsync();
            question.Answer.SetResult(reader.IsDBNull(0) ? null : UpperSnake.Read<Role>(reader.GetString(0)));
        }
    }

    private static NpgsqlParameter Ids(List<Question> questions, Func<NewMessage, Guid> id) => new()
    {
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid,
        Value = questions.Select(question => id(question.Message)).ToArray(),
    };

    private sealed record Question(NewMessage Message)
    {
        public TaskCompletionSource<Role?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
