import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { TimeChart } from '../../ui/time-chart'
import { formatCount, formatShort } from '../../ui/format'
import type { ChartFrame } from './chart-cell'
import { chartRows } from './chart-rows'
import { LEVEL_SERIES, OUTCOME_SERIES, withValues } from './chart-series'

type Breakdown = 'outcome' | 'level'
const BREAKDOWNS: readonly { readonly value: Breakdown; readonly label: string }[] = [
  { value: 'outcome', label: 'Requests by outcome' },
  { value: 'level', label: 'Throttled by level' },
]

const BEFORE_FIRST_RUN = 'Press Ctrl+Enter. 5 minutes of traffic take about a second.'

/** What came and what became of it, or which bucket refused. */
export function RequestsChart({ snapshot, ...frame }: ChartFrame) {
  const [breakdown, setBreakdown] = useState<Breakdown>('outcome')
  const all = breakdown === 'outcome' ? OUTCOME_SERIES : LEVEL_SERIES
  const rows = useMemo(
    () =>
      chartRows(
        snapshot,
        all.map(({ key }) => key),
      ),
    [snapshot, all],
  )
  const shownKeys = withValues(all, rows)
    .map(({ key }) => key)
    .join()
  const series = useMemo(() => all.filter(({ key }) => shownKeys.split(',').includes(key)), [all, shownKeys])
  return (
    <TimeChart
      {...frame}
      testId="chart-requests"
      title={breakdown === 'outcome' ? 'Requests/s' : 'Throttled/s'}
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
