import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import { DEFAULT_MEMORY_MB, functionMemory } from './function-memory'
import { routeShares } from './route-shares'

/** What calls functions among the backend calls of a scenario. */
export interface BackendFunctions {
  /** Of the calls that leave the gateway, 0 to 1. */
  readonly share: number
  /** Mean over the calls of functions. */
  readonly memoryMb: number
  /** Whether share and memory are exact: every route alike. */
  readonly isExact: boolean
}

/** Calls that were not counted by route are shared out as the scenario's traffic is. */
export function backendFunctions(
  design: Design,
  api: Api,
  scenario: Scenario,
  callsByRoute: ReadonlyMap<string, number> = routeShares(scenario),
): BackendFunctions {
  const memory = functionMemory(design, api)
  const used = [...callsByRoute].flatMap(([routeKey, share]) => {
    const memoryMb = memory.get(routeKey)
    return share > 0 && memoryMb !== undefined ? [{ share, memoryMb }] : []
  })
  const functions = used.flatMap(({ share, memoryMb }) => (memoryMb === null ? [] : [{ share, memoryMb }]))
  const all = sum(used)
  const called = sum(functions)
  return {
    share: all === 0 ? 0 : called / all,
    memoryMb: called === 0 ? DEFAULT_MEMORY_MB : sum(functions, ({ memoryMb }) => memoryMb) / called,
    isExact: new Set(used.map(({ memoryMb }) => memoryMb)).size <= 1,
  }
}

interface Use {
  readonly share: number
  readonly memoryMb: number | null
}

function sum<Each extends Use>(uses: readonly Each[], value: (use: Each) => number = () => 1): number {
  return uses.reduce((total, use) => total + use.share * value(use), 0)
}
