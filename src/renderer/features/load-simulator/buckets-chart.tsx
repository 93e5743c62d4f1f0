import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Snapshot } from '@shared/contract/snapshot'
import type { ChartSeries } from '../../ui/charts/chart-row'
import { TimeChart } from '../../ui/time-chart'
import type { ChartFrame } from './chart-cell'
import { bucketRows } from './chart-rows'
import { withOtherBuckets } from './other-run'
import { bucketLines, MAX_SHOWN_BUCKETS, tightestBuckets } from './watched-buckets'

const PERCENT_TICKS = [0, 50, 100]
const formatPercent = (value: number): string => `${Math.round(value)} %`

/** How full the watched token buckets are. Until a person chooses, the tightest of each level is shown. */
export function BucketsChart({ snapshot, other, ...frame }: ChartFrame) {
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const indexes = useMemo(() => shownBuckets(snapshot, chosen).join(), [snapshot, chosen])
  const buckets = snapshot?.buckets
  const shown = useMemo(() => (indexes === '' ? [] : indexes.split(',').map(Number)), [indexes])
  const own = useMemo(() => bucketRows(snapshot, shown), [snapshot, shown])
  const withOther = useMemo(() => withOtherBuckets(own, snapshot, other, shown), [own, snapshot, other, shown])
  // Every snapshot brings its own list of the same buckets; the lines are new only when they look different.
  const lines = JSON.stringify([...withOther.series, ...bucketLines(buckets ?? [], shown)])
  const series = useMemo<ChartSeries[]>(() => JSON.parse(lines), [lines])
  return (
    <TimeChart
      {...frame}
      testId="chart-buckets"
      title="Bucket level"
      rows={withOther.rows}
      series={series}
      ticks={PERCENT_TICKS}
      format={formatPercent}
      controls={buckets && <BucketMenu buckets={buckets} shown={shown} onChoose={setChosen} />}
    />
  )
}

const idOf = ({ level, label }: Snapshot['buckets'][number]): string => `${level} ${label}`

function shownBuckets(snapshot: Snapshot | null, chosen: readonly string[] | null): number[] {
  if (snapshot === null) return []
  const known = snapshot.buckets.flatMap((bucket, index) => (chosen?.includes(idOf(bucket)) ? [index] : []))
  return chosen === null || known.length === 0 ? tightestBuckets(snapshot) : known
}

interface BucketMenuProps {
  readonly buckets: Snapshot['buckets']
  readonly shown: readonly number[]
  onChoose(chosen: readonly string[] | null): void
}

/** Which buckets to show, at most four. */
function BucketMenu({ buckets, shown, onChoose }: BucketMenuProps) {
  const ids = shown.flatMap((index) => (buckets[index] ? [idOf(buckets[index])] : []))
  const toggle = (id: string): void => {
    const rest = ids.filter((other) => other !== id)
    onChoose(rest.length < ids.length ? rest : [...ids, id].slice(-MAX_SHOWN_BUCKETS))
  }
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Tooltip label="Choose buckets">
          <ActionIcon size={24} aria-label="Choose buckets" className="gw-chart-as">
            <IconAdjustmentsHorizontal size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className="gw-sim-bucket-menu">
        <Menu.Item onClick={() => onChoose(null)}>Tightest of each level</Menu.Item>
        <Menu.Divider />
        {buckets.map((bucket) => {
          const isShown = ids.includes(idOf(bucket))
          return (
            <Menu.Item
              key={idOf(bucket)}
              role="menuitemcheckbox"
              aria-checked={isShown}
              leftSection={isShown ? <IconCheck size={14} stroke={1.6} /> : <span className="gw-sim-menu-gap" />}
              onClick={() => toggle(idOf(bucket))}
            >
              {bucket.label} <span className="gw-sim-note">{bucket.level}</span>
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
