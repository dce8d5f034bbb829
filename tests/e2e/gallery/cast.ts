import type { Page } from '@playwright/test';
import { type Account, type Chat, enroll } from '../people/account';
import { sunset } from '../people/pictures';

const names = {
  bo: 'Bo Lindqvist',
  mira: 'Mira Castellanos',
  dana: 'Dana Osei',
  chidi: 'Chidi Jansen',
  eunji: 'Eun-ji Kim',
  farah: 'Farah Siddiqui',
  gwen: 'Gwen Williams',
};

type Name = keyof typeof names;
type Cast = Record<Name, Account>;

/** Fills a fresh server, whose first account is Ada's, with the people and the talk that the pictures show. */
export async function seed(url: string, ada: Account, page: Page) {
  const entries: [string, Account][] = [];
  for (const [username, name] of Object.entries(names)) entries.push([username, await enroll(url, username, name)]);
  const cast = Object.fromEntries(entries) as Cast;
  await talkAtTheEdges(ada, cast);
  const atrium = await ada.createGroup('Atrium', cast.dana, cast.bo, cast.mira, cast.chidi, cast.eunji);
  await talkInTheAtrium(atrium, ada, cast, page);
}

async function talkAtTheEdges(ada: Account, { bo, dana, chidi, eunji, farah, gwen }: Cast) {
  const photo = await gwen.talkTo(ada);
  await gwen.say(photo, 'See you on Thursday');
  const critique = await ada.createGroup('Design crit', dana, bo);
  const kept = await ada.say(critique, 'Let’s keep the second one');
  await dana.read(critique, kept);
  const voice = await farah.talkTo(ada);
  await farah.say(voice, 'The train is on time for once');
  const notes = await dana.createGroup('Release notes', ada);
  const news = await dana.say(notes, '1.4: plugins switch without a restart');
  await ada.read(notes, news);
  const thursday = await eunji.talkTo(ada);
  const question = await eunji.say(thursday, 'About Thursday, could we move it?');
  await ada.read(thursday, question);
  const product = await dana.createGroup('Product', ada, bo);
  for (let n = 0; n < 28; n++) await dana.say(product, n < 27 ? 'Build passed' : 'Shipped to staging, notes in the thread');
  const keys = await chidi.talkTo(ada);
  await chidi.read(keys, await ada.say(keys, 'Keys verified, thanks!'));
  const cables = await bo.talkTo(ada);
  await bo.say(cables, 'Do we need the long cables?');
  await bo.say(cables, 'I have two');
}

async function talkInTheAtrium(atrium: Chat, ada: Account, { bo, mira, dana }: Cast, page: Page) {
  await dana.say(atrium, 'Morning! The house rules are at https://atrium.example.org/roof');
  const key = await dana.say(atrium, 'The roof is ours until six. I put the key in box 3, code as pinned.');
  await ada.say(atrium, 'Perfect, bringing the projector and Bo brings cables', { replyToId: key.id });
  const snacks = await ada.say(atrium, 'And snacks, obviously');
  await Promise.all([ada, bo, mira, dana].map(person => person.read(atrium, snacks)));
  for (const person of [bo, mira, ada]) await person.react(snacks, '🎉');
  for (const person of [dana, bo]) await person.react(snacks, '❤️');
  const light = await mira.upload(await sunset(page));
  await mira.say(atrium, 'The light is perfect right now', { fileIds: [light.id] });
  await mira.say(atrium, 'Come up before it is gone');
  await bo.say(atrium, 'Two minutes');
}
