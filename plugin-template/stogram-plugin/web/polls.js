import { formOf } from './form.js';
import { pollOf } from './poll.js';
import { texts } from './texts.js';

/** Draws each poll where its message is, and offers a form above the field that asks one. */
export function activate(app) {
  const words = texts[app.locale] ?? texts.en;
  drawEach(app, words);
  offerForm(app, words);
}

function drawEach(app, words) {
  const shown = new Set();
  app.on('polls:changed', poll => shown.forEach(one => one.chatId === poll.chatId && one.id === poll.id && one.take(poll)));
  // What was told while there was no connection is asked for.
  app.on('connected', () => shown.forEach(one => one.ask()));

  app.messageKind('polls', (el, { chatId, myRole, message }) => {
    const { id } = message;
    const { question, options } = message.extra['polls'];
    const mayClose = message.senderId === app.me.id || myRole !== 'MEMBER';
    const call = (command, more) => app.call(`polls:${command}`, { chatId, id, ...more }).then(view.take, error => view.fail(error));
    const view = pollOf(el, { question, options, words, vote: option => call('vote', { option }), close: mayClose ? () => call('close') : null });
    const ask = () => app.call('polls:show', { chatId, id }).then(view.take, error => error.code === 'NETWORK' || view.fail(error));
    const one = { chatId, id, take: view.take, ask };
    shown.add(one);
    void ask();
    return { update() {}, unmount: () => shown.delete(one) };
  });
}

function offerForm(app, words) {
  let askingIn = null;
  const places = new Set();
  const ask = chatId => {
    askingIn = chatId;
    places.forEach(draw => draw());
  };

  app.slot('composer.actions@1', {
    id: 'ask',
    mount(el, { chatId }) {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'polls-start', title: words.ask });
      button.setAttribute('aria-label', words.ask);
      button.onclick = () => ask(askingIn === chatId ? null : chatId);
      const draw = () => button.setAttribute('aria-expanded', String(askingIn === chatId));
      draw();
      el.append(button);
      places.add(draw);
      return { unmount: () => places.delete(draw) };
    },
  });

  app.slot('composer.above@1', {
    id: 'form',
    mount(el, { chatId }) {
      let isOpen = false;
      const draw = () => {
        if (isOpen === (askingIn === chatId)) return;
        isOpen = !isOpen;
        el.replaceChildren();
        if (isOpen) {
          const post = poll => app.call('polls:ask', { chatId, id: crypto.randomUUID(), ...poll }).then(() => ask(null));
          formOf(el, { words, hours: app.settings().hours, post, leave: () => ask(null) });
        }
      };
      draw();
      places.add(draw);
      return { unmount: () => places.delete(draw) };
    },
  });
}
