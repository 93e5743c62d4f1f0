import { useMemo } from 'react'
import { useRunStore } from '../../stores/run-store'
import { DataTable, type Column } from '../../ui/data-table'
import { differenceRows, differenceText, figureText, type DifferenceRow } from './differences'
import { useCompared } from './use-compared'

/** All figures of the run beside those of the one it is compared with. */
export function DifferencesTable() {
  const result = useRunStore((state) => state.result)
  const compared = useCompared()
  const rows = useMemo(
    () => (result === null || compared === null ? [] : differenceRows(result, compared.result)),
    [result, compared],
  )
  const columns = useMemo(() => columnsFor(compared?.name ?? 'Other run'), [compared?.name])
  return (
    <DataTable
      label="Differences"
      testId="sim-differences"
      rowTestId="sim-row"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowAttributes={(row) => ({
        'data-key': row.id,
        'data-mine': row.mine,
        'data-theirs': row.theirs,
        'data-verdict': row.verdict,
      })}
      empty={<p className="gw-sim-no-rows">{emptyWords(compared === null, result === null)}</p>}
    />
  )
}

function emptyWords(hasNoOther: boolean, hasNoResult: boolean): string {
  if (hasNoOther) return 'Choose a run in Compare.'
  return hasNoResult ? 'Let the run come to its end to compare all of its figures.' : 'Nothing differs.'
}

const VERDICT_WORDS = { better: 'better', worse: 'worse', same: '', other: '' } as const

function columnsFor(otherName: string): readonly Column<DifferenceRow>[] {
  return [
    { key: 'group', label: 'Of', width: 'minmax(88px, 0.8fr)', render: ({ group }) => group },
    { key: 'label', label: 'Figure', width: 'minmax(190px, 2fr)', render: ({ label }) => label },
    { key: 'mine', label: 'This run', align: 'end', render: ({ mine, unit }) => figureText(mine, unit) },
    { key: 'theirs', label: otherName, align: 'end', render: ({ theirs, unit }) => figureText(theirs, unit) },
    {
      key: 'difference',
      label: 'Difference',
      align: 'end',
      width: 'minmax(190px, 1.4fr)',
      render: ({ mine, theirs, unit, verdict }) => (
        <span className="gw-sim-difference" data-verdict={verdict}>
          {differenceText(mine, theirs, unit)} {VERDICT_WORDS[verdict]}
        </span>
      ),
    },
  ]
}
