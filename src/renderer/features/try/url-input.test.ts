import { expect, test } from 'vitest'
import { pathOfInput } from './url-input'

test.each([
  ['/orders?a=1', '/orders?a=1'],
  [' orders ', 'orders'],
  ['http://127.0.0.1:3000/a1b2/prod/orders/7?a=1#top', '/orders/7?a=1'],
  ['https://a1b2.execute-api.us-east-1.amazonaws.com/prod/orders', '/orders'],
  ['http://127.0.0.1:3000/a1b2/prod', '/'],
  ['http://127.0.0.1:3000/a1b2/prod?a=1', '?a=1'],
  ['http://api.example.com/v1/orders', '/v1/orders'],
  ['HTTP://api.example.com', '/'],
  ['/products/http://x', '/products/http://x'],
])('%s stands for %s', (text, path) => {
  expect(pathOfInput(text, 'a1b2', 'prod')).toBe(path)
})
