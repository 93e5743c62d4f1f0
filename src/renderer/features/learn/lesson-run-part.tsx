import { Button } from '@mantine/core'
import { IconPlayerPlay, IconRepeat } from '@tabler/icons-react'
import type { Lesson } from '@shared/lessons/lesson'
import { commandKeys } from '../../stores/command-keys'
import { useLessonStore, whyNotStart } from '../../stores/lesson-store'
import { useRunStore } from '../../stores/run-store'
import { ActionButton } from '../../ui/action-button'
import { LessonFigures } from './lesson-figures'
import { LessonPicture } from './lesson-picture'

const RUN_WORDS = { idle: 'Run', running: 'Running', done: 'Run again', failed: 'Run' } as const

/** The run that the question is about: the button, then what it does while it does it. */
export function LessonRunPart({ lesson }: { readonly lesson: Lesson }) {
  const { phase, failure, result, snapshot } = useLessonStore((state) => state.run)
  // Whether it can run depends on that other store too.
  useRunStore((state) => state.phase)
  const whyNot = useLessonStore((state) => whyNotStart(state, 'run'))
  const RunIcon = phase === 'done' ? IconRepeat : IconPlayerPlay
  return (
    <div className="gw-lesson-run">
      <div className="gw-lesson-bar">
        <span className="gw-lesson-buttons">
          <ActionButton
            testId="lesson-run"
            attributes={{ 'data-state': phase }}
            variant={phase === 'done' ? 'default' : 'filled'}
            leftSection={<RunIcon size={16} stroke={1.6} />}
            disabledReason={whyNot}
            tooltip={commandKeys('run.simulate')}
            onClick={() => void useLessonStore.getState().start('run')}
          >
            {RUN_WORDS[phase]}
          </ActionButton>
          {phase === 'done' && (
            <Button data-testid="lesson-again" onClick={() => useLessonStore.getState().again()}>
              Answer again
            </Button>
          )}
        </span>
        {result !== null && <LessonFigures lesson={lesson} result={result} />}
      </div>
      {failure !== null && (
        <p className="gw-lesson-failure" role="alert">
          The lesson could not run. {failure}
        </p>
      )}
      {snapshot === null ? (
        <p className="gw-lesson-empty">
          {lesson.run.scenario.durationInSeconds.toLocaleString('en-US')} seconds of traffic. Nothing leaves this
          computer.
        </p>
      ) : (
        <LessonPicture lesson={lesson} snapshot={snapshot} />
      )}
    </div>
  )
}
