import { make } from './make.js';

/** A question with its answers as buttons; `take` shows how it stands. */
export function pollOf(el, { question, options, words, vote, close }) {
  const said = make('p', 'polls-said');
  said.setAttribute('role', 'status');
  const rows = options.map((option, at) => {
    const bar = make('span', 'polls-bar');
    const count = make('span', 'polls-count');
    const button = make('button', 'polls-option', bar, make('span', 'polls-words', option), count);
    button.type = 'button';
    button.onclick = () => vote(at + 1);
    return { button, bar, count };
  });
  const foot = make('span', 'polls-total');
  const end = make('button', 'polls-close', words.close);
  end.type = 'button';
  end.hidden = !close;
  end.onclick = () => close();
  const list = make('div', 'polls-options', ...rows.map(row => row.button));
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', question);
  el.replaceChildren(make('div', 'polls', make('p', 'polls-question', question), list, make('div', 'polls-foot', foot, end), said));

  let mine = null;
  return {
    take(poll) {
      // What is told to all says nothing of my own answer.
      mine = poll.mine ?? mine;
      const total = poll.votes.reduce((sum, votes) => sum + votes, 0);
      rows.forEach(({ button, bar, count }, at) => {
        const share = total > 0 ? poll.votes[at] / total : 0;
        bar.style.transform = `scaleX(${share})`;
        count.textContent = total > 0 ? `${Math.round(share * 100)} %` : '';
        button.setAttribute('aria-pressed', String(mine === at + 1));
        button.disabled = poll.closed;
      });
      foot.textContent = poll.closed ? words.closed(total) : words.votes(total);
      end.hidden = !close || poll.closed;
      said.textContent = '';
    },
    fail(error) {
      said.textContent = error.code === 'NETWORK' ? words.offline : error.message;
    },
  };
}
