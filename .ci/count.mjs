// Prints "<passed> <failed>" for the report of one suite: trx, Vitest json or JUnit xml.
import { readFileSync } from 'node:fs';

const [file] = process.argv.slice(2);

function counts(text) {
  if (file.endsWith('.trx')) {
    const [, total, passed] = text.match(/<Counters total="(\d+)"[^>]* passed="(\d+)"/).map(Number);
    return { total, passed };
  }

  if (file.endsWith('.xml')) {
    const cases = text.split('<testcase').slice(1);
    return { total: cases.length, passed: cases.filter((one) => !/<(failure|error|skipped)/.test(one)).length };
  }

  const { numTotalTests, numPassedTests } = JSON.parse(text);
  return { total: numTotalTests, passed: numPassedTests };
}

try {
  // Whatever did not pass has failed: a skipped test checks nothing and must not look as if it did.
  const { total, passed } = counts(readFileSync(file, 'utf8'));
  console.log(total > 0 ? `${passed} ${total - passed}` : '0 1');
} catch (error) {
  console.error(`No counts in ${file}: ${error.message}`);
  console.log('0 1');
}
