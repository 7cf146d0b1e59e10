/** Short names for the values of the HTTP API. */

import type { Readable } from 'openapi-typescript-helpers';

import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type Ability = Schemas['Ability'];
export type AreaView = Schemas['AreaView'];
export type BudgetPoint = Schemas['BudgetPoint'];
export type CheckView = Schemas['CheckView'];
export type CodeAttemptBrief = Schemas['CodeAttemptBrief'];
export type CodeFeedback = Schemas['CodeFeedback'];
export type CodeVerdict = Schemas['CodeVerdict'];
export type DayCount = Schemas['DayCount'];
export type DueItem = Schemas['DueItem'];
export type EarlierPart = Schemas['EarlierPart'];
export type Evidence = Schemas['Evidence'];
export type FailingExample = Schemas['FailingExampleView'];
export type Feedback = Schemas['Feedback'];
export type FollowUpView = Schemas['FollowUpView'];
export type GuidePage = Schemas['GuidePage'];
export type ImportReport = Schemas['ImportReport'];
export type ItemBrief = Schemas['ItemBrief'];
export type ItemPoint = Readable<Schemas['ItemPoint']>;
export type ItemView = Readable<Schemas['ItemView']>;
export type Judgement = Schemas['JudgementView'];
export type JudgeStatus = Schemas['JudgeStatusView'];
export type Level = Schemas['Level'];
export type LinkView = Schemas['LinkView'];
export type MemoryView = Schemas['MemoryView'];
export type Mode = Schemas['Mode'];
export type PointFeedback = Schemas['PointFeedback'];
export type PracticeLink = Schemas['PracticeLink'];
export type ProblemBrief = Schemas['ProblemBrief'];
export type ProblemState = Schemas['ProblemState'];
export type ProblemSuggestion = Schemas['ProblemSuggestion'];
export type ProblemView = Schemas['ProblemView'];
export type Progress = Schemas['Progress'];
export type ProofRun = Schemas['ProofRun'];
export type ProofView = Schemas['ProofView'];
export type ReadinessItem = Schemas['ReadinessItem'];
export type RetentionPoint = Schemas['RetentionPoint'];
export type SessionRequest = Schemas['SessionRequest-Input'];
export type SessionSummary = Schemas['SessionSummary'];
export type SessionView = Schemas['SessionView'];
export type Settings = Schemas['Settings-Output'];
export type ShownValue = Schemas['ShownValue'];
export type Solution = Schemas['SolutionView'];
export type Speech = Schemas['Speech'];
export type Today = Schemas['Today'];
export type TopicMapView = Schemas['TopicMapView'];
export type TopicScore = Schemas['TopicScore'];
export type TopicView = Schemas['TopicView'];
export type TurnBrief = Schemas['TurnBrief'];
export type TurnView = Schemas['TurnView'];
export type Verdict = Schemas['Verdict'];
