import type { Screen } from '../../ui/screen'
import { LearnMain } from './learn-main'
import { LessonList } from './lesson-list'

export const learnScreen: Screen = { Sidebar: LessonList, Main: LearnMain }
