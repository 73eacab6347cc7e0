import type { Person, Story } from './browser.ts'

/** A bureau finds a filing in its inbox and approves it. */
export async function approvesFiling(story: Story, name: string, task: RegExp): Promise<Person> {
  const officer = await story.person(name)
  await officer.follow(task)
  await officer.press('通过')
  await officer.submit('通过')
  await officer.sees('意见已出具')
  return officer
}

/** A provincial department records a filing; without a number it cannot. */
export async function recordsFiling(story: Story, name: string, task: RegExp, no: string): Promise<Person> {
  const province = await story.person(name)
  await province.follow(task)
  await province.press('备案')
  await province.dialog.press('备案')
  await province.dialog.sees('请填写备案号')
  await province.dialog.fill('备案号', no)
  await province.submit('备案')
  await province.sees(`备案号 ${no}`)
  return province
}

/** One seat agrees to a major matter, told what follows. */
export async function agreesToMatter(story: Story, name: string, task: RegExp, next: string): Promise<Person> {
  const speaker = await story.person(name)
  await speaker.follow(task)
  await speaker.press('通过')
  await speaker.dialog.sees(next)
  await speaker.step('通过前')
  await speaker.submit('通过')
  await speaker.sees('意见已出具')
  return speaker
}
