import { type Account } from './account';
import type { Visitor } from './visitor';

/** An account and the browser its owner sits at. */
export class Person {
  constructor(
    readonly account: Account,
    readonly visitor: Visitor,
  ) {}

  get page() {
    return this.visitor.page;
  }

  get username() {
    return this.account.username;
  }
}
