import { expect, it } from 'vitest'
import { messageSize } from './message-size'

it('counts bytes, meters by 32 KB, and warns of what ends the connection', () => {
  expect(['é', 'x'.repeat(32_768), 'x'.repeat(32_769), 'x'.repeat(131_073)].map(messageSize)).toEqual([
    { bytes: 2, text: '2 bytes, 1 metered message of 32 KB', warning: null },
    { bytes: 32_768, text: '32 KB (32,768 bytes), 1 metered message of 32 KB', warning: null },
    {
      bytes: 32_769,
      text: '32 KB (32,769 bytes), 2 metered messages of 32 KB',
      warning: 'Over 32 KB in one frame: the gateway closes the connection with 1009.',
    },
    {
      bytes: 131_073,
      text: '128 KB (131,073 bytes), 5 metered messages of 32 KB',
      warning: 'Over 128 KB: the gateway closes the connection with 1009.',
    },
  ])
})
