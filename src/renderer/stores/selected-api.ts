import type { Design } from '@shared/design/design'
import type { RestApi } from '@shared/design/rest-api'
import type { V2Api } from '@shared/design/v2-api'
import { useDesignStore } from './design-store'
import { useUiStore } from './ui-store'

/** The API on screen: the chosen one while it exists, else the first. -1 without any. */
export function selectedApiIndex(design: Design | null, apiId: string | null): number {
  if (design === null || design.apis.length === 0) return -1
  return Math.max(
    0,
    design.apis.findIndex((api) => api.id === apiId),
  )
}

export function useSelectedApiIndex(): number {
  const apiId = useUiStore((state) => state.apiId)
  return useDesignStore((state) => selectedApiIndex(state.design, apiId))
}

/** null when nothing is open or the API on screen is not a REST API. */
export function useSelectedRestApi(): RestApi | null {
  const index = useSelectedApiIndex()
  return useDesignStore((state) => {
    const api = state.design?.apis[index]
    return api?.protocolType === 'REST' ? api : null
  })
}

/** null when nothing is open or the API on screen is a REST API. */
export function useSelectedV2Api(): V2Api | null {
  const index = useSelectedApiIndex()
  return useDesignStore((state) => {
    const api = state.design?.apis[index]
    return api === undefined || api.protocolType === 'REST' ? null : api
  })
}

/** The stage on screen: the chosen one while it exists, else the first; null without any. */
export function useSelectedStageName(): string | null {
  const chosen = useUiStore((state) => state.stage)
  const index = useSelectedApiIndex()
  return useDesignStore((state) => {
    const stages = state.design?.apis[index]?.stages
    if (stages === undefined) return null
    return chosen !== null && Object.hasOwn(stages, chosen) ? chosen : (Object.keys(stages)[0] ?? null)
  })
}
