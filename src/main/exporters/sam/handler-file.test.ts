import { expect, it } from 'vitest'
import { handlerFile } from './handler-file'

it('splits a reference into folder and handler, by the language of the file', () => {
  expect([
    handlerFile('./handlers/orders.mjs#create'),
    handlerFile('orders.py#list_orders'),
    handlerFile('./a/b/./orders.ts'),
    handlerFile('..\\shared\\auth.cjs#go'),
  ]).toEqual([
    { codeUri: './handlers/', handler: 'orders.create', runtime: 'nodejs22.x' },
    { codeUri: './', handler: 'orders.list_orders', runtime: 'python3.13' },
    { codeUri: './a/b/', handler: 'orders.handler', runtime: 'nodejs22.x', entryPoint: 'orders.ts' },
    { codeUri: '../shared/', handler: 'auth.go', runtime: 'nodejs22.x' },
  ])
})

it('takes no file that Lambda would not find', () => {
  const references = [
    './orders.rb#go',
    './orders.v1.mjs#go',
    '/srv/orders.mjs#go',
    './orders#go',
    '',
    '#go',
    './a.constructor#b',
  ]
  expect(references.map(handlerFile)).toEqual(references.map(() => null))
})
