"""Before the meeting: days, attendance, statements, draws, leader, agenda, papers."""
