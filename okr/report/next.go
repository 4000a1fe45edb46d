package report

// Next is what a command suggests to do after it: a sentence and commands.
func Next(sentence string, commands []string) *Doc {
	list := List{}
	for _, command := range commands {
		list.Items = append(list.Items, Item{Spans: []Span{{Text: command, Code: true}}})
	}
	return &Doc{Blocks: []Block{Gap{}, Paragraph{Plain(sentence)}, list}}
}
