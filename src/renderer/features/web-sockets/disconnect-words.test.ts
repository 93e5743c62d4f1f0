import { expect, it } from 'vitest'
import { disconnectWords } from './disconnect-words'

it('says what ending a connection came to', () => {
  expect([204, 410, 500].map(disconnectWords)).toEqual([
    '204 No Content. Its client gets a close frame with the code 1000.',
    '410 GoneException. Nobody has this connection any more.',
    '500. The gateway did not end it.',
  ])
})
