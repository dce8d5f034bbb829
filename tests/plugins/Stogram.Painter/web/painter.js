const diamond = 'M12 3l9 9-9 9-9-9z';

const make = (tag, className, text, onclick = null) => Object.assign(document.createElement(tag), { className, textContent: text, onclick });

/** Draws anew whenever what it is told changes. */
const draws = draw => (el, props) => {
  const update = now => el.replaceChildren(...draw(now));
  update(props);
  return { update, unmount: () => el.replaceChildren() };
};

const line = say => draws(props => [make('p', 'painter-line', say(props))]);
const around = text => [...text].reverse().join('');
const letters = message => (message.content ?? '').length;

export function activate(app) {
  const button = (label, press, className = 'painter-button') => {
    const made = make('button', className, label, press);
    made.type = 'button';
    return made;
  };
  const put = (name, mount, rest = {}) => app.slot(name, { id: 'painter', mount, ...rest });
  const paint = () => app.settings().paint;

  put('app.overlay@1', draws(({ chatId }) => [make('p', 'painter-over', chatId ? 'Over a chat' : 'Over the app')]));
  put('app.route@1', draws(({ path, query, go, back }) => {
    const page = make('div', 'painter-page', '');
    page.append(
      make('p', '', `At ${path || 'the beginning'}${query && `, asked for ${query}`}`),
      button('Further', () => go('further?paint=oil')), button('Leave', back),
    );
    return [page];
  }), { title: () => 'Canvas', icon: diamond });
  put('sidebar.section@1', draws(() => [button('Open the canvas', () => app.openPage('first'), 'painter-button painter-wide')]));
  put('sidebar.footer@1', line(() => `Painted with ${paint()}`));
  put('sidebar.search@1', line(({ query }) => `Nothing painted of ${query || 'that'}`));
  put('chat.header.actions@1', draws(() => [button('\u25c7', () => app.openPage())]));
  put('chat.header.below@1', line(() => 'Below the head'));
  put('chat.panel@1', line(({ myRole }) => `Painted for a ${myRole}`));
  put('message.below@1', line(({ message }) => `${letters(message)} letters`), { when: ({ message }) => letters(message) > 20 });
  put('composer.actions@1', draws(() => [button('\u25c7', () => app.openPage())]));
  put('composer.above@1', line(() => 'Above the field'));
  put('settings.section@1', line(() => `Your paint is ${paint()}`), { title: () => 'Paint', icon: diamond });
  app.slot('message.actions@1', {
    id: 'count', title: () => 'Count its letters', icon: diamond, when: ({ message }) => letters(message) > 0,
    run: ({ message }) => app.openPage(`counted/${letters(message)}`),
  });
  // Those after ~ lie on the server backwards, after ≀; a broken one cannot be read.
  app.transform({
    outgoing(draft) {
      if (draft.content === '~spill') throw new Error('The paint is spilt.');
      return draft.content.startsWith('~') ? { ...draft, content: `\u2240${around(draft.content.slice(1))}` } : draft;
    },
    async incoming(message) {
      if (!message.content?.startsWith('\u2240')) return message;
      if (message.content === '\u2240') throw new Error('There is nothing to turn around.');
      return { ...message, content: around(message.content.slice(1)) };
    },
  });
}

export function activateAdmin(app) {
  app.slot('admin.plugin.settings@1', {
    id: 'paint', instead: true,
    mount: draws(({ values, save }) => {
      const other = values.paint === 'oil' ? 'water' : 'oil';
      const press = make('button', 'painter-button', `Paint with ${other}`, () => void save({ paint: other }));
      return [make('p', 'painter-line', `Now ${values.paint}`), press];
    }),
  });
}
