import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconChartGridDots, IconTable } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { SweepCell } from '@shared/contract/sweep'
import { SCENARIO_METRICS, type Scenario } from '@shared/design/scenario'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useSweepStore } from '../../stores/sweep-store'
import { applySetting } from './apply-setting'
import { ChartSelect } from './chart-select'
import { METRIC_WORDS, metricOf } from './check-words'
import { HeatMap } from './heat-map'
import { patchSweepForm, useSweepForm } from './sweep-form-store'
import { estimateOf, sweepGrid } from './sweep-grid'
import { SweepLine } from './sweep-line'
import { SweepTable } from './sweep-table'
import { estimateWords, valuesWords } from './sweep-words'

const METRICS = SCENARIO_METRICS.map((value) => ({ value, label: METRIC_WORDS[value] }))

/** What a sweep showed: a map over two settings, a line over one, or a table. Choosing a place offers its values. */
export function SweepResult() {
  const request = useSweepStore((state) => state.request)
  const cells = useSweepStore((state) => state.cells)
  const metricName = useSweepForm((state) => state.metric)
  const chosen = useSweepForm((state) => state.chosen)
  const [isTable, setTable] = useState(false)
  const grid = useMemo(() => (request === null ? null : sweepGrid(request.axes, cells)), [request, cells])
  if (request === null || grid === null) {
    return (
      <div className="gw-sweep-result">
        <p className="gw-sim-no-rows">
          Pick a setting and the values to try. Each is a run of the whole scenario; two settings make a map.
        </p>
      </div>
    )
  }
  const metric = Math.max(0, request.metrics.indexOf(metricName))
  const shared = { request, grid, cells, metric, metricName, chosen, onChoose }
  return (
    <div className="gw-sweep-result" data-testid="sweep-result" data-cells={cells.length}>
      <div className="gw-sweep-result-head">
        <h3>Show</h3>
        <ChartSelect
          label="Figure"
          value={metricName}
          options={METRICS}
          onChange={(value) => patchSweepForm({ metric: metricOf(value) })}
        />
        <Tooltip label={isTable ? 'Show as picture' : 'Show as table'}>
          <ActionIcon
            size={24}
            aria-label={isTable ? 'Show sweep as picture' : 'Show sweep as table'}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? <IconChartGridDots size={14} stroke={1.6} /> : <IconTable size={14} stroke={1.6} />}
          </ActionIcon>
        </Tooltip>
      </div>
      {isTable ? (
        <SweepTable {...shared} />
      ) : request.axes.length > 1 ? (
        <HeatMap {...shared} />
      ) : (
        <SweepLine {...shared} />
      )}
      <Chosen />
    </div>
  )
}

function onChoose(cell: SweepCell): void {
  patchSweepForm({ chosen: cell.values })
}

/** The chosen place in words, and a way to make the design so. */
function Chosen() {
  const request = useSweepStore((state) => state.request)
  const scenario = useSweepStore((state) => state.scenario)
  const cells = useSweepStore((state) => state.cells)
  const { chosen, metric } = useSweepForm()
  const cell = cells.find(({ values }) => values.join() === chosen?.join())
  if (request === null || scenario === null || chosen === null || cell === undefined) {
    return <p className="gw-sim-note gw-sweep-chosen">Choose a place to see it whole and to apply its values.</p>
  }
  const estimate = estimateOf(cell, request.metrics.indexOf(metric))
  return (
    <div className="gw-sweep-chosen" data-testid="sweep-chosen" data-values={chosen.join()}>
      <p>
        <b>{valuesWords(request.axes, chosen)}</b>
        {': '}
        {estimate === null ? 'no value' : `${METRIC_WORDS[metric]} ${estimateWords(metric, estimate)}`}
      </p>
      <Button data-testid="sweep-apply" onClick={() => apply(scenario, request.axes, chosen)}>
        Apply these values
      </Button>
    </div>
  )
}

function apply(
  scenario: Scenario,
  axes: readonly { readonly pointer: string; readonly label: string }[],
  values: readonly number[],
): void {
  const words = valuesWords(axes, values)
  editWithUndo({
    name: `Apply ${words}`,
    change: (design) =>
      applySetting(
        design,
        scenario,
        axes.map(({ pointer }, index) => ({ pointer, value: values[index] ?? 0 })),
      ),
    message: `Applied: ${words}`,
    code: 'sweep-applied',
  })
}
