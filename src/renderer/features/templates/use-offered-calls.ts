import { useMemo } from 'react'
import type { TracedRequest } from '@shared/contract/gateway'
import { routeKeyOf } from '@shared/design/route-key'
import { useGatewayStore } from '../../stores/gateway-store'
import { useTemplatePart } from './use-template'

/** How many calls are offered. */
const OFFERED = 5

/** The last calls; those of the template's own route first. */
export function useOfferedCalls(): readonly TracedRequest[] {
  const calls = useGatewayStore((state) => state.calls)
  const slot = useTemplatePart((template) => template.slot, undefined)
  return useMemo(() => {
    const routed = calls.filter((call) => call.routeKey !== '')
    const ownKey = slot === undefined ? null : routeKeyOf(slot.verb, slot.path)
    const own = routed.filter((call) => call.routeKey === ownKey)
    const others = routed.filter((call) => call.routeKey !== ownKey)
    return [...own, ...others].slice(0, OFFERED)
  }, [calls, slot])
}
