export const textRu = {
  'text.spoiler': 'Скрытый текст. Показать',
  'text.code': 'Код',
  'text.copyCode': 'Скопировать код',
  'text.copied': 'Скопировано',
  'text.mentions': 'Кого упомянуть',
  'text.everybody': 'Все в этом чате',
};
