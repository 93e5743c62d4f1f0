import { expect, test } from 'vitest'
import { figureText } from './figure-text'

test('a figure is written with its unit', () => {
  expect([
    figureText(1500, 'calls'),
    figureText(64.7958, 'calls'),
    figureText(0.3333, 'share'),
    figureText(92.3, 'ms'),
    figureText(295, 's'),
    figureText(1.7568, 'times'),
    figureText(23.798, 'usd'),
  ]).toEqual(['1,500', '64.8', '33.3 %', '92 ms', '295 s', '1.76 times', '$23.80'])
})
