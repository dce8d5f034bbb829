import type { DraftView } from '@stogram/plugin';
import { ApiError, offline } from '../../shared/api/error';
import type { Leaving } from '../../shared/sync/leaving';
import { blame } from '../guard';
import { type Registry, type Registered, useRegistry } from '../registry';
import { freezeDeep } from '../views';
import { within } from './within';

export const patience = 10_000;

/**
 * Has every plugin that declares so change a message before it leaves, in order. One that is not there, throws or takes too
 * long keeps it here: what was to be changed never goes as it was written.
 */
export async function prepare(leaving: Leaving, ask: () => Promise<void>): Promise<Leaving> {
  if (!useRegistry.getState().senders) await ask();
  if (!useRegistry.getState().senders) throw offline();
  await until(state => !missing(state), patience);
  const absent = missing(useRegistry.getState());
  if (absent) throw failed(absent.name);
  let draft: DraftView = freezeDeep(structuredClone(leaving));
  for (const sender of useRegistry.getState().transforms) if (sender.transform.outgoing) draft = await run(sender, draft);
  return draft;
}

async function run({ plugin, name, transform }: Registered, draft: DraftView): Promise<DraftView> {
  try {
    return taken(draft, await within(patience, () => transform.outgoing!(draft)));
  } catch (error) {
    blame(plugin, 'outgoing', error);
    throw failed(name);
  }
}

function taken(draft: DraftView, { content, encryptedContent, extra }: DraftView): DraftView {
  if (typeof content !== 'string') throw new Error('content has to be a text.');
  if (encryptedContent !== null && typeof encryptedContent !== 'string') throw new Error('encryptedContent has to be a text or null.');
  if (draft.isEdit && encryptedContent !== null) throw new Error('What is encrypted cannot be edited.');
  if (typeof extra !== 'object' || extra === null) throw new Error('extra has to be an object.');
  return freezeDeep({ ...draft, content, encryptedContent, extra: structuredClone(extra) });
}

const missing = ({ senders, transforms }: Registry) =>
  senders?.find(({ id }) => !transforms.some(({ plugin, transform }) => plugin === id && transform.outgoing));

const failed = (plugin: string) => new ApiError('PLUGIN_FAILED', `${plugin} failed.`, { plugin });

function until(isSo: (state: Registry) => boolean, ms: number) {
  return new Promise<void>(resolve => {
    if (isSo(useRegistry.getState())) return resolve();
    const end = () => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const stop = useRegistry.subscribe(state => isSo(state) && end());
    const timer = setTimeout(end, ms);
  });
}
