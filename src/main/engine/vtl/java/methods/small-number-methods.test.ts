import { describe } from 'vitest'
import { testCalls } from '../testing/java-call'
import { byte, short } from '../testing/java-values'

describe('the methods of java.lang.Short and java.lang.Byte', () => {
  testCalls([
    [short(5), 'parseShort', ['70000'], 'throws java.lang.NumberFormatException'],
    [short(5), 'parseShort', ['-7', 8], 'Short -7'],
    [short(5), 'reverseBytes', [short(1)], 'Short 256'],
    [short(5), 'toUnsignedInt', [short(-1)], 'Integer 65535'],
    [short(5), 'compareTo', [short(3)], 'Integer 2'],
    [short(5), 'decode', ['0x7fff'], 'Short 32767'],
    [byte(5), 'parseByte', ['300'], 'throws java.lang.NumberFormatException'],
    [byte(5), 'parseByte', ['7f', 16], 'Byte 127'],
    [byte(5), 'toUnsignedInt', [byte(-1)], 'Integer 255'],
    [byte(5), 'compareTo', [byte(9)], 'Integer -4'],
    [byte(5), 'decode', ['-128'], 'Byte -128'],
    [byte(5), 'toString', [], '"5"'],
  ])
})
