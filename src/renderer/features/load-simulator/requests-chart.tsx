import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { TimeChart } from '../../ui/time-chart'
import { formatCount, formatShort } from '../../ui/format'
import type { ChartFrame } from './chart-cell'
import { chartRows } from './chart-rows'
import { OTHER_QUEUE, OTHER_REQUESTS, OTHER_THROTTLED, withOtherRun, withOtherSeries } from './other-run'
import {
  LEVEL_SERIES,
  OUTCOME_SERIES,
  QUEUE_SERIES,
  RETRY_SERIES,
  withValues,
  type SnapshotSeries,
} from './chart-series'

type Breakdown = 'outcome' | 'level' | 'queue'
const BREAKDOWNS: readonly { readonly value: Breakdown; readonly label: string }[] = [
  { value: 'outcome', label: 'Requests by outcome' },
  { value: 'level', label: 'Throttled by level' },
  { value: 'queue', label: 'Calls that wait for a backend' },
]

const TITLES: { readonly [breakdown in Breakdown]: string } = {
  outcome: 'Requests/s',
  level: 'Throttled/s',
  queue: 'Waiting calls',
}
const SERIES_OF: { readonly [breakdown in Breakdown]: readonly SnapshotSeries[] } = {
  outcome: [...OUTCOME_SERIES, RETRY_SERIES],
  level: LEVEL_SERIES,
  queue: QUEUE_SERIES,
}
const OTHERS_OF = { outcome: OTHER_REQUESTS, level: OTHER_THROTTLED, queue: OTHER_QUEUE }

const BEFORE_FIRST_RUN = 'Press Ctrl+Enter. 5 minutes of traffic take about a second.'

/** What came and what became of it, or which bucket refused. */
export function RequestsChart({ snapshot, other, ...frame }: ChartFrame) {
  const [breakdown, setBreakdown] = useState<Breakdown>('outcome')
  const all = SERIES_OF[breakdown]
  const lines = OTHERS_OF[breakdown]
  const hasOther = other !== null
  const rows = useMemo(
    () =>
      withOtherRun(
        chartRows(
          snapshot,
          all.map(({ key }) => key),
        ),
        other,
        lines,
      ),
    [snapshot, other, all, lines],
  )
  const shownKeys = withValues(all, rows)
    .map(({ key }) => key)
    .join()
  const series = useMemo(() => {
    const own = all.filter(({ key }) => shownKeys.split(',').includes(key))
    return hasOther ? withOtherSeries(own, lines) : own
  }, [all, shownKeys, hasOther, lines])
  return (
    <TimeChart
      {...frame}
      testId="chart-requests"
      title={TITLES[breakdown]}
      rows={rows}
      series={series}
      format={formatCount}
      formatTick={formatShort}
      note={snapshot === null ? BEFORE_FIRST_RUN : undefined}
      controls={<BreakdownMenu breakdown={breakdown} onChoose={setBreakdown} />}
    />
  )
}

interface BreakdownMenuProps {
  readonly breakdown: Breakdown
  onChoose(breakdown: Breakdown): void
}

function BreakdownMenu({ breakdown, onChoose }: BreakdownMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label="Choose the breakdown">
          <ActionIcon size={24} aria-label="Choose the breakdown" className="gw-chart-as">
            <IconAdjustmentsHorizontal size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {BREAKDOWNS.map(({ value, label }) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={value === breakdown}
            leftSection={
              value === breakdown ? <IconCheck size={14} stroke={1.6} /> : <span className="gw-sim-menu-gap" />
            }
            onClick={() => onChoose(value)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
