package report

// roomOfComment is how many rows the folds of a comment have in their first part, all
// together. A comment has room for about twice as many of usual length.
const roomOfComment = 160

// section is a fold of a comment that is a long table.
type section struct {
	title string
	rows  int
	// table is the rows from one to another.
	table func(from, to int) Table
	// rank is which of several that go on goes on first, from 0.
	rank int
}

// sections adds folds of which each is given its share of the room, so that a long one
// leaves something for those behind it. What a share does not hold follows behind all of
// them, for as long as there is room.
func (doc *Doc) sections(list []section) {
	shares := roomsOf(list, roomOfComment)
	for i, s := range list {
		if s.rows == 0 {
			continue
		}
		blocks := []Block{s.table(0, shares[i])}
		if more := s.rows - shares[i]; more > 0 {
			blocks = append(blocks, Paragraph{Plain("and " + count(more, "more", "more") + ", below as far as there is room")})
		}
		doc.add(Fold{Summary: s.title, Blocks: blocks})
	}
	for rank := range list {
		for i, s := range list {
			if s.rank == rank && s.rows > shares[i] {
				doc.add(Fold{Summary: s.title + ", continued", Blocks: []Block{s.table(shares[i], s.rows)}})
			}
		}
	}
}

// roomsOf are how many rows each section has of so many: as many as it needs where that
// is no more than its part, and what those leave is shared by the others.
func roomsOf(list []section, room int) []int {
	shares := make([]int, len(list))
	for settled := false; !settled; {
		settled = true
		waiting := 0
		for i, s := range list {
			if shares[i] < s.rows {
				waiting++
			}
		}
		if waiting == 0 || room < waiting {
			break
		}
		part := room / waiting
		for i, s := range list {
			if more := min(part, s.rows-shares[i]); more > 0 {
				shares[i] += more
				room -= more
				settled = false
			}
		}
	}
	return shares
}
