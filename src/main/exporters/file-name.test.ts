import { expect, it } from 'vitest'
import { fileName } from './file-name'

it.each([
  ['Partner batch rush', 'partner-batch-rush-k6.js'],
  ['1,500 in the first second, then 2,000 a second', '1-500-in-the-first-second-then-2-000-a-second-k6.js'],
  ['', 'scenario-k6.js'],
  ['../../etc/passwd', 'etc-passwd-k6.js'],
  ['C:\\Users\\x', 'c-users-x-k6.js'],
  ['a<b>:"/\\|?*\u0000\n', 'a-b-k6.js'],
  ['CON', 'con-scenario-k6.js'],
  ['com1', 'com1-scenario-k6.js'],
  ['Überlast für 日本', 'überlast-für-日本-k6.js'],
  ['...', 'scenario-k6.js'],
  [`${'ab '.repeat(100)}`, `${'ab-'.repeat(20).slice(0, 59)}-k6.js`],
])('%j becomes %s', (name, file) => {
  expect(fileName(name, '-k6.js')).toBe(file)
})
