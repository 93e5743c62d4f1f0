import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { SimulationResult } from '@shared/contract/simulation'
import { replayWords } from '@shared/replay-words'
import { useRunStore } from '../../stores/run-store'
import { formatDuration } from '../../ui/format'
import { answerLines, answersSummary, headroomWords, type AnswerLine, type AnswerTone } from './answer-lines'
import { LeakCure } from './leak-cure-button'
import { webSocketAnswers } from './web-socket-answers'
import './answers-panel.css'

/** What charts do not show: each figure with what it means and what to do. */
export function AnswersPanel() {
  const result = useRunStore((state) => state.result)
  if (result === null) {
    return <p className="gw-sim-no-rows">Let a run come to its end: its answers are worked out from all of it.</p>
  }
  return <Answers result={result} />
}

function Answers({ result }: { readonly result: SimulationResult }) {
  const lines = useMemo(
    () => (result.webSocket ? webSocketAnswers(result, result.webSocket) : answerLines(result)),
    [result],
  )
  return (
    <div className="gw-answers" data-testid="sim-answers" tabIndex={0} role="region" aria-label="Answers">
      <p className="gw-answers-summary">
        {answersSummary(lines)} in {formatDuration(result.durationInSeconds)} of {result.scenario}
      </p>
      <ul className="gw-answers-list">
        {lines.map((line) => (
          <AnswerItem key={line.id} line={line} />
        ))}
      </ul>
      <Replays result={result} />
      <Headrooms headroom={result.answers.headroom} />
    </div>
  )
}

const ICONS: { readonly [tone in AnswerTone]: typeof IconCircleX } = {
  good: IconCircleCheck,
  warning: IconAlertTriangle,
  danger: IconCircleX,
  plain: IconInfoCircle,
}

function AnswerItem({ line }: { readonly line: AnswerLine }) {
  const Icon = ICONS[line.tone]
  return (
    <li data-testid="sim-answer" data-answer={line.id} data-value={line.value} data-tone={line.tone}>
      <Icon size={16} stroke={1.6} aria-hidden="true" />
      <div>
        <p className="gw-answers-head">
          <span>{line.label}</span> <b>{line.text}</b>
        </p>
        <p className="gw-sim-note">{line.sentence}</p>
        {line.id === 'leakedReads' && line.value > 0 && <LeakCure />}
      </div>
    </li>
  )
}

/** What became of the access logs that were played. */
function Replays({ result }: { readonly result: SimulationResult }) {
  const replays = replayWords(result)
  if (replays.length === 0) return null
  return (
    <section aria-label="Replayed logs" className="gw-answers-replays">
      <h3>Replayed logs</h3>
      <ul>
        {replays.map(({ sentence, problems, isWhole }) => (
          <li key={sentence} data-testid="sim-replay" data-whole={isWhole}>
            {sentence}
            <ul className="gw-sim-note">
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Limits that are worth a bar at once; the rest are far from full. */
const SHOWN = 12

function Headrooms({ headroom }: { readonly headroom: SimulationResult['answers']['headroom'] }) {
  if (headroom.length === 0) return null
  return (
    <section aria-label="Headroom" className="gw-answers-headroom">
      <h3>Headroom</h3>
      <p className="gw-sim-note">
        The busiest second against each limit. A full bar refuses what comes on top; raise that limit first.
      </p>
      <ul>
        {headroom.slice(0, SHOWN).map((each) => {
          const share = each.limit > 0 ? Math.min(1, each.used / each.limit) : 0
          return (
            <li key={`${each.level} ${each.label}`} data-testid="sim-headroom" data-share={share}>
              <span className="gw-answers-limit">
                {each.label} <span className="gw-sim-note">{each.level}</span>
              </span>
              <span
                className="gw-answers-bar"
                data-full={share >= 1 || undefined}
                data-near={share >= 0.8 || undefined}
              >
                <span style={{ width: `${share * 100}%` }} />
              </span>
              <span className="gw-sim-note gw-numbers">{headroomWords(each)}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
