import { useMemo } from 'react'
import type { Snapshot } from '@shared/contract/snapshot'
import type { Lesson } from '@shared/lessons/lesson'
import { ChartCursorContext, createChartCursor } from '../../ui/charts/chart-cursor'
import { LessonBars } from './lesson-bars'
import { LessonLines } from './lesson-lines'

/** One run in charts, which point together. */
export function LessonPicture({ lesson, snapshot }: { readonly lesson: Lesson; readonly snapshot: Snapshot }) {
  const cursor = useMemo(() => createChartCursor(), [])
  return (
    <ChartCursorContext value={cursor}>
      <div className="gw-lesson-chart">
        <LessonBars snapshot={snapshot} moment={lesson.predict} />
      </div>
      {lesson.chart && (
        <div className="gw-lesson-chart gw-lesson-chart-low">
          <LessonLines snapshot={snapshot} chart={lesson.chart} />
        </div>
      )}
    </ChartCursorContext>
  )
}
