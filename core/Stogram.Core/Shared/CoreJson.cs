using System.Text.Json;
using System.Text.Json.Serialization;
using Stogram.Core.Audit;
using Stogram.Core.Chats;
using Stogram.Core.Files;
using Stogram.Core.Invites;
using Stogram.Core.Messages;
using Stogram.Core.Organizations;
using Stogram.Core.Presence;
using Stogram.Core.Privacy;
using Stogram.Core.Sessions;
using Stogram.Core.Sync;
using Stogram.Core.Users;

namespace Stogram.Core.Shared;

/// <summary>Everything that crosses the wire, with code made for it at build time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(FailureEnvelope))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(SuccessEnvelope<Nothing>))]
[JsonSerializable(typeof(SuccessEnvelope<PolicyView>))]
[JsonSerializable(typeof(SuccessEnvelope<SignedInView>))]
[JsonSerializable(typeof(SuccessEnvelope<TokensView>))]
[JsonSerializable(typeof(SuccessEnvelope<MeView>))]
[JsonSerializable(typeof(SuccessEnvelope<UserView>))]
[JsonSerializable(typeof(SuccessEnvelope<UserView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<PrivacyView>))]
[JsonSerializable(typeof(SuccessEnvelope<ChatView>))]
[JsonSerializable(typeof(SuccessEnvelope<MyChatView>))]
[JsonSerializable(typeof(SuccessEnvelope<MyChatView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<MemberView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<ReadMark>))]
[JsonSerializable(typeof(SuccessEnvelope<MessageView>))]
[JsonSerializable(typeof(SuccessEnvelope<MessageView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<FileView>))]
[JsonSerializable(typeof(SuccessEnvelope<SyncView>))]
[JsonSerializable(typeof(SuccessEnvelope<NewOrganizationView>))]
[JsonSerializable(typeof(SuccessEnvelope<HostedOrganizationView>))]
[JsonSerializable(typeof(SuccessEnvelope<HostedOrganizationView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<SetupLinkView>))]
[JsonSerializable(typeof(SuccessEnvelope<OperatorView>))]
[JsonSerializable(typeof(SuccessEnvelope<OperatorView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<SessionView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<TwoFactorSetupView>))]
[JsonSerializable(typeof(SuccessEnvelope<RecoveryCodesView>))]
[JsonSerializable(typeof(SuccessEnvelope<AuditView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<PersonView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<ResetLinkView>))]
[JsonSerializable(typeof(SuccessEnvelope<OrganizationSettingsView>))]
[JsonSerializable(typeof(SuccessEnvelope<InviteView[]>))]
[JsonSerializable(typeof(SuccessEnvelope<NewInviteView>))]
[JsonSerializable(typeof(ChangePrivacyRequest))]
[JsonSerializable(typeof(UserChangedEvent))]
[JsonSerializable(typeof(UpdateProfileRequest))]
[JsonSerializable(typeof(DeleteAccountRequest))]
[JsonSerializable(typeof(ChangePersonRequest))]
[JsonSerializable(typeof(ChangeOrganizationRequest))]
[JsonSerializable(typeof(TransferOwnershipRequest))]
[JsonSerializable(typeof(CreateInviteRequest))]
[JsonSerializable(typeof(ChangePasswordRequest))]
[JsonSerializable(typeof(ForgotPasswordRequest))]
[JsonSerializable(typeof(ResetPasswordRequest))]
[JsonSerializable(typeof(VerifyEmailRequest))]
[JsonSerializable(typeof(PasswordRequest))]
[JsonSerializable(typeof(CodeRequest))]
[JsonSerializable(typeof(CreateOrganizationRequest))]
[JsonSerializable(typeof(OverseeOrganizationRequest))]
[JsonSerializable(typeof(DeleteOrganizationRequest))]
[JsonSerializable(typeof(GrantOperatorRequest))]
[JsonSerializable(typeof(RegisterRequest))]
[JsonSerializable(typeof(LogInRequest))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(CreateChatRequest))]
[JsonSerializable(typeof(AddMembersRequest))]
[JsonSerializable(typeof(MarkReadRequest))]
[JsonSerializable(typeof(MarkReadCommand))]
[JsonSerializable(typeof(SendMessageRequest))]
[JsonSerializable(typeof(EditMessageCommand))]
[JsonSerializable(typeof(EditMessageRequest))]
[JsonSerializable(typeof(DeleteMessageCommand))]
[JsonSerializable(typeof(ReactCommand))]
[JsonSerializable(typeof(ReactRequest))]
[JsonSerializable(typeof(ReactionEvent))]
[JsonSerializable(typeof(HiddenMessage))]
[JsonSerializable(typeof(OriginView))]
[JsonSerializable(typeof(QuoteView))]
[JsonSerializable(typeof(PinCommand))]
[JsonSerializable(typeof(PinRequest))]
[JsonSerializable(typeof(ForwardCommand))]
[JsonSerializable(typeof(ForwardRequest))]
[JsonSerializable(typeof(SuccessEnvelope<ForwardedView>))]
[JsonSerializable(typeof(ReactionView[]))]
[JsonSerializable(typeof(SyncRequest))]
[JsonSerializable(typeof(TypingCommand))]
[JsonSerializable(typeof(TypingEvent))]
[JsonSerializable(typeof(NothingRequest))]
[JsonSerializable(typeof(ChangeStatusCommand))]
[JsonSerializable(typeof(StatusEvent))]
[JsonSerializable(typeof(LastSeenEvent))]
[JsonSerializable(typeof(ChatEvent))]
[JsonSerializable(typeof(ChatMemberEvent))]
[JsonSerializable(typeof(ChatRemovedEvent))]
[JsonSerializable(typeof(NoPayload))]
[JsonSerializable(typeof(FileRow[]))]
[JsonSerializable(typeof(JsonElement?))]
[JsonSerializable(typeof(DateTimeOffset))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class CoreJson : JsonSerializerContext;

/// <summary>An event that says all by its name.</summary>
public sealed record NoPayload;

/// <summary>A command that says all by its name.</summary>
public sealed record NothingRequest : IRequest;
