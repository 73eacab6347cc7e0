export const words = {
  title: { zh: '我的待办', en: 'My inbox' },
  mine: { zh: '等我办理', en: 'Waiting for me' },
  team: { zh: '本单位其他岗位', en: 'Others in my unit' },
  waiting: { zh: '等待对方', en: 'Waiting for others' },
  nothingMine: { zh: '没有需要您办理的事项', en: 'Nothing is waiting for you' },
  nothingTeam: { zh: '本单位其他岗位没有待办事项', en: 'Nothing is waiting for your colleagues' },
  nothingWaiting: { zh: '目前不需要等待任何人', en: 'Nobody is being waited for' },
  what: { zh: '事项', en: 'Task' },
  about: { zh: '关于', en: 'About' },
  park: { zh: '园区', en: 'Park' },
  due: { zh: '期限', en: 'Due' },
  who: { zh: '办理人', en: 'Who acts' },
  noDue: { zh: '无期限', en: 'No date' },
  more: {
    zh: (shown: number, total: number) => `显示最紧急的 ${shown} 项，共 ${total} 项`,
    en: (shown: number, total: number) => `The ${shown} most urgent of ${total}`,
  },
} as const
