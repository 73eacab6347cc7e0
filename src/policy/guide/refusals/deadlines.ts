import type { Text } from '../../../shared/words.ts'

export const deadlineRefusals = {
  'deadline.locked': {
    zh: '{kindZh}应于 {due} 前报送，{last} 后已锁定；补报须先由{whoZh}登记例外。',
    en: '{kindEn}: due on {due}, locked after {last}; filing it now needs an exception, granted by: {whoEn}.',
  },
  'deadline.not-locked': {
    zh: '{kindZh}要到 {last} 之后才锁定，现在不需要例外。',
    en: '{kindEn}: not locked before the end of {last}; no exception is needed.',
  },
  'deadline.never-locks': {
    zh: '{kindZh}逾期后仍可报送，不需要例外。',
    en: '{kindEn}: can be filed late at any time; no exception is needed.',
  },
  'deadline.filed-already': {
    zh: '{kindZh}已经报送，不需要例外。',
    en: '{kindEn}: filed already; no exception is needed.',
  },
  'deadline.exception-without-reason': {
    zh: '登记例外须说明理由。',
    en: 'An exception needs a reason.',
  },
  'deadline.exception-in-the-past': {
    zh: '例外的截止日 {until} 已经过去。',
    en: 'The exception would end on {until}, which has gone by.',
  },
  'deadline.exception-too-long': {
    zh: '例外最长开放 {most} 天，截止日不能晚于 {last}。',
    en: 'An exception lasts {most} days at most: not beyond {last}.',
  },
  'deadline.exception-open-already': {
    zh: '该事项已有例外，开放到 {until}。',
    en: 'There is an exception already, open until {until}.',
  },
  'deadline.exception-just-granted': {
    zh: '该事项刚刚已有他人登记例外。',
    en: 'Somebody else has just granted an exception for it.',
  },
  'deadline.exception-by-others': {
    zh: '{kindZh}已锁定，例外由{whoZh}登记；请向其说明补报的理由和需要开放到哪一天。',
    en: '{kindEn}: locked; an exception is granted by: {whoEn}. Tell them why, and until when it has to be open.',
  },
  'deadline.no-feed': { zh: '没有可停用的订阅地址。', en: 'There is no feed address to revoke.' },
  'deadline.nothing-owed': {
    zh: '该单位在本批次没有这一报送事项：{kindZh} {periodZh}。',
    en: 'This unit owes no such filing in this batch: {kindEn} {periodEn}.',
  },
} as const satisfies Record<string, Text>
