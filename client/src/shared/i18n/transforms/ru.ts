import type { transformsEn } from './en';

export const transformsRu: typeof transformsEn = {
  'transform.failed': '{{plugin}} не может подготовить его к отправке.',
  'transform.raw': '{{plugin}} не может прочитать это сообщение. Оно показано как есть.',
  'plugin.transforms': 'Какие сообщения меняет',
  'plugin.outgoing': 'перед отправкой, на устройстве автора',
  'plugin.incoming': 'перед показом, на устройстве читателя',
};
