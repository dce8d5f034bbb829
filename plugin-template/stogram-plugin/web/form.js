import { make } from './make.js';

/** Asks for a question and its answers, one a line. */
export function formOf(el, { words, hours, post, leave }) {
  const question = field('input', words.question, { maxLength: 300 });
  const options = field('textarea', words.options, { rows: 3 });
  const said = make('p', 'polls-said');
  said.setAttribute('role', 'alert');
  const cancel = make('button', 'polls-cancel', words.cancel);
  Object.assign(cancel, { type: 'button', onclick: leave });
  const send = make('button', 'polls-post', words.post);
  const form = make(
    'form', 'polls-form', make('strong', '', words.ask), question, options, make('p', 'polls-hint', words.hours(hours)), said,
    make('div', 'polls-buttons', cancel, send),
  );
  form.setAttribute('aria-label', words.ask);
  form.onkeydown = event => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  };
  form.onsubmit = event => {
    event.preventDefault();
    send.disabled = true;
    post({ question: question.value, options: options.value.split('\n') }).catch(error => {
      send.disabled = false;
      const wrong = Object.keys(error.details ?? {})[0];
      said.textContent = words.wrong[wrong] ?? (error.code === 'NETWORK' ? words.offline : error.message);
    });
  };
  el.append(form);
  question.focus();
}

function field(tag, label, more) {
  const input = Object.assign(make(tag, 'polls-field'), { required: true, placeholder: label, ...more });
  input.setAttribute('aria-label', label);
  return input;
}
