export function activate(app) {
  const panels = new Map();
  const show = ({ chatId, messages }) => {
    for (const [el, chat] of panels) if (chat === chatId) el.textContent = `Messages counted: ${messages}`;
  };
  app.slot('chat.panel@1', {
    id: 'count',
    mount(el, { chatId }) {
      panels.set(el, chatId);
      app.call('greeter:count', { chatId }).then(show, error => console.warn(error.code));
      return { unmount: () => panels.delete(el) };
    },
  });
  app.on('greeter:counted', show);
  app.explain('WORD_REFUSED', () => `Please say it without "${app.settings().word}".`);
}
