import { describe, expect, it } from 'vitest'
import type { CommandName } from '@shared/contract/commands'
import { orderDesign } from '@shared/design/order-design.fixture'
import { validateArgs } from './validate-args'

const scenario = orderDesign().scenarios[0]!
const limit = { type: 'SET_LIMIT', level: 'account', rateLimit: 1, burstLimit: 2 }
const axis = { pointer: '/account/throttleSettings/rateLimit', label: 'Rate' }
const swept = { ...axis, values: [1, 2] }
const condition = { metric: 'throttledShare', operator: '<', value: 0.1 }
const runId = 'run-1'
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

function isTaken(name: CommandName, args: unknown): boolean {
  try {
    validateArgs(name, args)
    return true
  } catch {
    return false
  }
}

const TAKEN: readonly (readonly [CommandName, unknown])[] = [
  ['simulator.start', { scenario }],
  ['simulator.start', { scenario, design: orderDesign(), speed: 'MAX', isPaused: true }],
  ['simulator.start', { scenario, speed: 60 }],
  ['simulator.control', { runId, action: 'pause' }],
  ['simulator.control', { runId, action: 'resume' }],
  ['simulator.control', { runId, action: 'resume', speed: 0.5 }],
  ['simulator.control', { runId, action: 'step', by: 'EVENT' }],
  ['simulator.control', { runId, action: 'change', limits: [limit, { ...limit, level: 'method', route: 'GET /' }] }],
  ['simulator.tablesAt', { runId, atMs: 12.5 }],
  ['simulator.requests', { runId, filter: {}, limit: 1000 }],
  [
    'simulator.requests',
    { runId, filter: { fromMs: 0, toMs: 5, routeKey: 'a', apiKey: '', source: 's', outcomes: ['CACHED'] }, limit: 1 },
  ],
  ['simulator.sweep', { scenario, axes: [swept], metrics: ['requests'] }],
  ['simulator.sweep', { scenario, axes: [swept, swept], metrics: ['requests'], seeds: 20, durationInSeconds: 5 }],
  ['simulator.cancelSweep', { sweepId: 'sweep-1' }],
  ['simulator.seek', { scenario, axis, from: 1, to: 5, conditions: [condition, { ...condition, route: 'GET /' }] }],
  ['simulator.export', { runId, format: 'K6' }],
  ['scenario.toText', { scenario }],
  ['scenario.fromText', { text: '' }],
]

const REFUSED: readonly (readonly [CommandName, unknown])[] = [
  ['simulator.start', { scenario, speed: 0 }],
  ['simulator.start', { scenario, speed: 'fast' }],
  ['simulator.start', { scenario, speed: 1e9 }],
  ['simulator.start', { scenario, design: 'x' }],
  ['simulator.control', { runId }],
  ['simulator.control', { runId, action: 'rewind' }],
  ['simulator.control', { runId, action: 'pause', speed: 1 }],
  ['simulator.control', { runId, action: 'step' }],
  ['simulator.control', { runId, action: 'change', limits: [] }],
  ['simulator.control', { runId, action: 'change', limits: [{ ...limit, rateLimit: -1 }] }],
  ['simulator.control', { runId, action: 'change', limits: [{ ...limit, type: 'REVOKE' }] }],
  ['simulator.control', { runId, action: 'change', limits: [{ ...limit, at: 5 }] }],
  ['simulator.tablesAt', { runId, atMs: -1 }],
  ['simulator.tablesAt', { runId, atMs: 'now' }],
  ['simulator.requests', { runId, filter: {}, limit: 1001 }],
  ['simulator.requests', { runId, filter: {}, limit: 0 }],
  ['simulator.requests', { runId, filter: { outcomes: ['LOST'] }, limit: 1 }],
  ['simulator.requests', { runId, filter: { from: 1 }, limit: 1 }],
  ['simulator.sweep', { scenario, axes: [], metrics: ['requests'] }],
  ['simulator.sweep', { scenario, axes: [swept, swept, swept], metrics: ['requests'] }],
  ['simulator.sweep', { scenario, axes: [{ ...swept, values: numbers(101) }], metrics: ['requests'] }],
  ['simulator.sweep', { scenario, axes: [{ ...swept, pointer: 'x' }], metrics: ['requests'] }],
  ['simulator.sweep', { scenario, axes: [swept], metrics: ['speed'] }],
  ['simulator.sweep', { scenario, axes: [swept], metrics: ['requests'], seeds: 1001 }],
  ['simulator.seek', { scenario, axis, from: 1, to: 5, conditions: [] }],
  ['simulator.seek', { scenario, axis, from: '1', to: 5, conditions: [condition] }],
  ['simulator.export', { runId, format: 'PDF' }],
  ['scenario.fromText', { text: 5 }],
]

describe('the arguments of the simulator’s commands', () => {
  it.each(TAKEN)('of %s may be %j', (name, args) => {
    expect(isTaken(name, args)).toBe(true)
  })

  it.each(REFUSED)('of %s may not be %j', (name, args) => {
    expect(isTaken(name, args)).toBe(false)
  })
})
