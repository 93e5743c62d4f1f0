import { useEffect, useState } from 'react'
import type { TypeCosts, TypedTraffic } from '@shared/contract/cost'
import { bridge } from '../../contract-client'

/** What the traffic costs as each type; null until it is known. The last answer stays while the next is on its way. */
export function useTypeCosts(traffic: TypedTraffic): TypeCosts | null {
  const [costs, setCosts] = useState<TypeCosts | null>(null)
  useEffect(() => {
    let isCurrent = true
    void bridge.call('cost.compare', traffic).then((answer) => {
      if (isCurrent) setCosts(answer)
    })
    return () => {
      isCurrent = false
    }
  }, [traffic])
  return costs
}
