import { useEffect, useState } from 'react'
import { bridge } from '../../contract-client'
import { useDesignStore } from '../../stores/design-store'
import { formatCount, plural } from '../../ui/format'
import { idleCostText } from './idle-cost-text'

/** What it costs that connections are open, whether anything is sent or not. */
export function IdleCost({ open }: { readonly open: number }) {
  const region = useDesignStore((state) => state.design?.region) ?? 'us-east-1'
  const monthly = useMonthly(open, region)
  if (monthly === null || open === 0) return null
  return (
    <p className="gw-ws-cost" data-testid="ws-idle-cost" data-open={open} data-usd={monthly}>
      {plural(open, 'connection')} open: {formatCount(open * 60)} connection minutes an hour, {idleCostText(monthly)} a
      month if they stay open.
    </p>
  )
}

/** US dollars a month; null until they are known. */
function useMonthly(openConnections: number, region: string): number | null {
  const [monthly, setMonthly] = useState<number | null>(null)
  useEffect(() => {
    let isCurrent = true
    const ask = async (): Promise<void> => {
      const traffic = { region, requestsPerMonth: 0, responseBytes: 0, openConnections, cacheGb: null }
      const { WEBSOCKET } = await bridge.call('cost.compare', traffic)
      if (isCurrent) setMonthly(WEBSOCKET.total)
    }
    void ask()
    return () => {
      isCurrent = false
    }
  }, [openConnections, region])
  return monthly
}
