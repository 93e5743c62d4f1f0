import { memo } from 'react'
import type { TrafficShape } from '@shared/design/scenario'
import { shapePoints } from './shape-points'

const WIDTH = 64
const HEIGHT = 20

/** The rate of a source over the run, small. The words beside it say the same. */
export const ShapeSparkline = memo(function ShapeSparkline({
  shape,
  durationInSeconds,
  startsAt,
}: {
  readonly shape: TrafficShape
  readonly durationInSeconds: number
  readonly startsAt?: string
}) {
  const points = shapePoints(shape, durationInSeconds, startsAt)
  const most = Math.max(1e-9, ...points.map(({ rate }) => rate))
  const drawn = points.map(
    ({ atSeconds, rate }) =>
      `${((atSeconds / durationInSeconds) * WIDTH).toFixed(1)},${(HEIGHT - 2 - (rate / most) * (HEIGHT - 4)).toFixed(1)}`,
  )
  return (
    <svg
      className="gw-sim-sparkline"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      <polyline points={drawn.join(' ')} />
    </svg>
  )
})
